import { useState } from 'react';
import { DATATYPES, type Datatype, type SystemInput } from '../../core/inputs/design.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { CurveInput, NumberInput } from '../../ui/bound-inputs.js';
import { BoundGroup } from '../../ui/bound-group.js';
import { IconButton } from '../../ui/icon-button.js';
import { Segments } from '../../ui/segments.js';
import { MissingDatatype } from './missing-datatype.js';

const ENGINES = ['matrix', 'vector'];

/** Datatypes both engines have, in the order of the type. */
function presentIn(system: SystemInput): string {
  return DATATYPES.filter((each) => system.matrix[each] !== undefined && system.vector[each] !== undefined).join(' ');
}

/** Both engines at one datatype: the strategy's at first, any other the system has by choice. */
export function Engines() {
  // A string, so that dragging a rate does not count as a change of what there is.
  const present = useWorkbench((state) => presentIn(state.system.value))
    .split(' ')
    .filter(Boolean) as Datatype[];
  const used = useWorkbench((state) => state.strategy.value.datatype);
  const [chosen, setChosen] = useState<{ readonly datatype: Datatype; readonly whileUsed: Datatype } | null>(null);
  // A choice lasts until the strategy moves to another datatype.
  const shown = chosen !== null && chosen.whileUsed === used ? chosen.datatype : used;
  const choices = DATATYPES.map((datatype) => ({
    value: datatype,
    label: datatype,
    help: present.includes(datatype) ? `Engines at ${datatype}` : `${datatype}: not on this system yet`,
    dim: !present.includes(datatype),
  }));
  const isPresent = present.includes(shown);
  return (
    <BoundGroup
      title="Engines"
      part="system"
      paths={ENGINES}
      aside={
        // The one the strategy computes in has to stay.
        isPresent &&
        shown !== used && (
          <IconButton
            icon="close"
            size="small"
            label={`Remove ${shown} from the system`}
            onClick={() =>
              workbench()
                .getState()
                .edit('system', { [`matrix.${shown}`]: undefined, [`vector.${shown}`]: undefined })
            }
          />
        )
      }
    >
      <Segments
        label="Datatype of the engines shown"
        segments={choices}
        value={shown}
        onChange={(value) => setChosen({ datatype: value as Datatype, whileUsed: used })}
      />
      {isPresent ? (
        <>
          <NumberInput
            part="system"
            path={`matrix.${shown}.tflops`}
            label="Matrix peak"
            fullLabel={`Matrix peak ${shown}`}
          />
          <CurveInput
            part="system"
            path={`matrix.${shown}.gflops_efficiency`}
            label="Efficiency"
            fullLabel={`Matrix efficiency ${shown}`}
          />
          <NumberInput
            part="system"
            path={`vector.${shown}.tflops`}
            label="Vector peak"
            fullLabel={`Vector peak ${shown}`}
          />
          <CurveInput
            part="system"
            path={`vector.${shown}.gflops_efficiency`}
            label="Efficiency"
            fullLabel={`Vector efficiency ${shown}`}
          />
        </>
      ) : (
        <MissingDatatype datatype={shown} present={present} used={shown === used} />
      )}
    </BoundGroup>
  );
}
