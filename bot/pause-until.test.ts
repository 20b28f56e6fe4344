import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { pauseUntil } from './pause-until.ts'

/** Monday 18 May 2026. */
const until = (asked: string) => pauseUntil(asked, '2026-05-18', DEFAULT_SETTINGS)

describe('until when a person wants to be left alone', () => {
  it.each([
    ['', '2026-05-26'],
    ['til 1. juni', '2026-06-01'],
    ['til 1. Juni 2026', '2026-06-01'],
    ['until 1 June', '2026-06-01'],
    ['til 01.06.', '2026-06-01'],
    ['1.6.2026', '2026-06-01'],
    ['2026-06-01', '2026-06-01'],
    ['til 3. august', '2026-08-03'],
    ['til fredag', '2026-05-22'],
    ['til måndag', '2026-05-25'],
    ['til mandag', '2026-05-25'],
    ['til laurdag', '2026-05-23'],
    ['2 uker', '2026-06-01'],
    ['to veker', '2026-06-01'],
    ['for two weeks', '2026-06-01'],
    ['en uke', '2026-05-25'],
    ['ei veke', '2026-05-25'],
    ['i en måned', '2026-06-18'],
    ['3 dager', '2026-05-21'],
    ['5 opne dagar', '2026-05-26'],
  ])('«pause %s» is until %s', (asked, date) => {
    expect(until(asked)).toBe(date)
  })

  it.each([
    'til 1. mai 2026',
    'til 31. februar',
    '2 år',
    'til i går',
    'for alltid',
    'til 1. juni 2028',
    'til 3. januar',
    'til 17. august',
    '500 uker',
    'x '.repeat(50),
  ])('«pause %s» is not understood', (asked) => {
    expect(until(asked)).toBeNull()
  })
})
