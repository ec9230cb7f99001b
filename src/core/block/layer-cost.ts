import type { Bytes, Elements, Flop, Seconds } from '../quantities/units.js';
import type { BlockSetting } from './block-setting.js';
import type { BlockSink, BlockWalk } from './block-sink.js';
import { newOperation } from './operation.js';
import type { Operation, OperationKind, StageWork } from './operation.js';

/** One stage of one operation, as the layers view and Calculon's `layers` report it. */
export interface StageCost {
  readonly flop: Flop;
  readonly bytes: Bytes;
  /** FLOP per byte; 0 for no FLOP. */
  readonly intensity: number;
  readonly flopSeconds: Seconds;
  readonly memorySeconds: Seconds;
  readonly seconds: Seconds;
  readonly baseNetworkBytes: Bytes;
  readonly edgeNetworkBytes: Bytes;
  /** What one message carries: a tile where the exchange is overlapped. */
  readonly baseTileBytes: Bytes;
  readonly edgeTileBytes: Bytes;
  readonly baseNetworkSeconds: Seconds;
  readonly edgeNetworkSeconds: Seconds;
  readonly baseExposedSeconds: Seconds;
  readonly edgeExposedSeconds: Seconds;
}

/** One operation of a block. Memory is the operation's own, whatever is shared or not stored. */
export interface LayerCost {
  readonly name: string;
  readonly kind: OperationKind;
  readonly onMatrixEngine: boolean;
  readonly recomputed: boolean;
  readonly recommunicated: boolean;
  readonly inputElements: Elements;
  readonly outputElements: Elements;
  readonly forward: StageCost;
  readonly agrad: StageCost;
  /** Its network fields are the recommunication's. */
  readonly wgrad: StageCost;
  readonly optimizer: StageCost;
  readonly weightBytes: Bytes;
  readonly activationBytes: Bytes;
  readonly weightGradientBytes: Bytes;
  readonly activationGradientBytes: Bytes;
  readonly optimizerBytes: Bytes;
}

function copyStage(stage: StageWork, tiles: number): StageCost {
  return {
    ...stage,
    intensity: stage.flop === 0 ? 0 : stage.flop / stage.bytes,
    baseTileBytes: stage.baseNetworkBytes / tiles,
    edgeTileBytes: stage.edgeNetworkBytes / tiles,
  };
}

class LayerList implements BlockSink {
  readonly layers: LayerCost[] = [];

  add(op: Operation): void {
    this.layers.push({
      name: op.name,
      kind: op.kind,
      onMatrixEngine: op.onMatrixEngine,
      recomputed: op.recomputed,
      recommunicated: op.recommunicated,
      inputElements: op.inputElements,
      outputElements: op.outputElements,
      forward: copyStage(op.forward, op.tiles),
      agrad: copyStage(op.agrad, op.tiles),
      wgrad: copyStage(op.wgrad, op.tiles),
      optimizer: copyStage(op.optimizer, op.tiles),
      weightBytes: op.weightBytes,
      activationBytes: op.activationBytes,
      weightGradientBytes: op.weightGradientBytes,
      activationGradientBytes: op.activationGradientBytes,
      optimizerBytes: op.optimizerBytes,
    });
  }
}

/** Every operation of one block of the kind that `walk` describes, in order, for one microbatch. */
export function layerCosts(walk: BlockWalk, setting: BlockSetting): readonly LayerCost[] {
  const list = new LayerList();
  walk(setting, newOperation(), list);
  return list.layers;
}
