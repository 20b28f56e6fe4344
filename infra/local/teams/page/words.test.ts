import { describe, expect, it } from 'vitest'
import { SKIP_REASONS } from '#domain/codes.ts'
import { textOf, texts } from './texts.ts'
import { dayWords, resultWords } from './words.ts'

const nothing = { sent: 0, skipped: {}, unknown: 0, failed: 0, summaries: 0 }

describe('what the page says', () => {
  it('names the day in each language', () => {
    const instant = '2026-05-18T07:03:00Z'
    expect(dayWords(instant, 'nb')).toBe('Mandag 18. mai 2026')
    expect(dayWords(instant, 'nn')).toBe('Måndag 18. mai 2026')
    expect(dayWords(instant, 'en')).toBe('Monday 18 May 2026')
  })

  it.each([
    [nothing, 'Ingen nye kort: det som skulle sendes, er sendt.'],
    [{ ...nothing, sent: 1 }, '1 kort ble sendt.'],
    [{ ...nothing, sent: 3, summaries: 2, passes: 5 }, '5 utsendinger på veien. 3 kort ble sendt. 2 oppsummeringer i kanaler.'],
    [{ ...nothing, skipped: { dailyLimit: 2, away: 1 } }, 'Ingen nye kort. Venter: 2 har fått dagens kort, 1 er borte.'],
    [{ ...nothing, failed: 1, unknown: 1, passes: 0 }, 'Ingen åpne dager på veien. 1 kom ikke fram. 1 er usikker og sendes ikke på nytt.'],
  ])('%j', (result, sentence) => {
    expect(resultWords(result, textOf('nb'))).toBe(sentence)
  })

  it('has words for every reason to wait, in every language', () => {
    for (const language of ['nb', 'nn', 'en'] as const) {
      const skipped = Object.fromEntries(SKIP_REASONS.map((reason) => [reason, 1]))
      const sentence = resultWords({ ...nothing, skipped }, textOf(language))
      for (const reason of SKIP_REASONS) expect(sentence).not.toMatch(new RegExp(`\\d ${reason}\\b`))
    }
  })

  it('leaves no text empty', () => {
    for (const entry of Object.values(texts)) expect(Object.values(entry).every((text) => text.trim() !== '')).toBe(true)
  })
})
