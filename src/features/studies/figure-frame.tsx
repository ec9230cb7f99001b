import type { ComponentProps } from 'react';
import type { StudyFigure } from '../../core/studies/figure.js';
import { ChartFrame } from '../../ui/chart-frame.js';

interface FigureFrameProps extends Omit<ComponentProps<typeof ChartFrame>, 'name' | 'title' | 'subtitle' | 'tag'> {
  readonly figure: StudyFigure;
}

/** The frame of a study's figure, of any kind: its finding as the title, its id as the name of its files. */
export function FigureFrame({ figure, ...rest }: FigureFrameProps) {
  return <ChartFrame name={figure.id} title={figure.finding} subtitle={figure.subtitle} tag={null} {...rest} />;
}
