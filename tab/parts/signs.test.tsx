import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DecisionDiamond, type DiamondState } from './decision-diamond.tsx'
import { PhaseLine } from './phase-line.tsx'
import { type Shape, StatusMark } from './status-mark.tsx'
import { TrendArrow } from './trend-arrow.tsx'

/** What is left for one who sees no colours: outlines, and what is filled or hollow. */
const grey = (sign: Parameters<typeof renderToStaticMarkup>[0]): string =>
  renderToStaticMarkup(sign).replace(/(fill|stroke)="var\([^"]*\)"/g, '$1')

test('every state has a shape of its own, whatever the colours', () => {
  const SHAPES: readonly Shape[] = ['ok', 'watch', 'off', 'none', 'onHold', 'stopped', 'closed']
  // Late and blocked are one sign; the words beside it tell which.
  const DIAMONDS: readonly DiamondState[] = ['taken', 'planned', 'late']
  expect(new Set(SHAPES.map((shape) => grey(<StatusMark shape={shape} />))).size).toBe(SHAPES.length)
  expect(new Set(DIAMONDS.map((state) => grey(<DecisionDiamond state={state} />))).size).toBe(DIAMONDS.length)
  expect(new Set([1, 2, 3, 4, 5, 6].map((number) => grey(<PhaseLine number={number} />))).size).toBe(6)
  expect(new Set((['better', 'same', 'worse'] as const).map((trend) => grey(<TrendArrow trend={trend} />))).size).toBe(3)
})
