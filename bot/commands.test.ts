import { describe, expect, it } from 'vitest'
import { languageNamed, parseCommand } from './commands.ts'

describe('what a person means', () => {
  it.each([
    ['hei', 'hello'],
    ['Hei!', 'hello'],
    ['God morgen', 'hello'],
    ['Hei på deg', 'hello'],
    ['hjelp', 'help'],
    ['HJELP', 'help'],
    ['hjlep', 'help'],
    ['?', 'help'],
    ['', 'help'],
    ['help', 'help'],
    ['kva kan du', 'help'],
    ['mine', 'mine'],
    ['Mine oppgaver', 'mine'],
    ['mine oppgåver', 'mine'],
    ['oppgver', 'mine'],
    ['my tasks', 'mine'],
    ['hvorfor', 'why'],
    ['Kvifor får eg dette?', 'why'],
    ['hvofor', 'why'],
    ['why', 'why'],
    ['start', 'start'],
    ['fortsett', 'start'],
  ])('%j is %s', (text, name) => {
    expect(parseCommand(text)).toEqual({ name })
  })

  it.each([
    ['status', 'status', ''],
    ['status KomInn', 'status', 'KomInn'],
    ['Status for Robot i saksbehandlingen', 'status', 'Robot i saksbehandlingen'],
    ['status på InnoLab', 'status', 'InnoLab'],
    ['satus InnoLab', 'status', 'InnoLab'],
    ['abonner', 'subscribe', ''],
    ['Abonnér', 'subscribe', ''],
    ['abbonner', 'subscribe', ''],
    ['abonner på program Mennesker og teknologi', 'subscribe', 'program Mennesker og teknologi'],
    ['subscribe to Oppvekst', 'subscribe', 'Oppvekst'],
    ['stopp', 'unsubscribe', ''],
    ['pause', 'pause', ''],
    ['pasue', 'pause', ''],
    ['Pause til 1. juni', 'pause', 'til 1. juni'],
    ['pause 2 uker', 'pause', '2 uker'],
    ['registrer', 'record', ''],
    ['registrér', 'record', ''],
    ['regstrer', 'record', ''],
    ['record', 'record', ''],
    ['registrer Saksbehandlingstid', 'record', 'Saksbehandlingstid'],
    ['utsett', 'snooze', ''],
    ['utset', 'snooze', ''],
    ['snooze', 'snooze', ''],
    ['språk nynorsk', 'language', 'nynorsk'],
    ['spraak', 'language', ''],
    ['Language english', 'language', 'english'],
    ['nynorsk', 'language', 'nynorsk'],
    ['bokmål', 'language', 'bokmål'],
    ['stop', 'unsubscribe', ''],
    ['stopp Oppvekst', 'unsubscribe', 'Oppvekst'],
    ['avslutt', 'unsubscribe', ''],
  ])('%j is %s about %j', (text, name, asked) => {
    expect(parseCommand(text)).toEqual({ name, asked })
  })

  it.each(['hva er klokka', 'jeg er ferdig med målingen', 'x', '12,5', 'Robot i saksbehandlingen'])('%j is not understood', (text) => {
    expect(parseCommand(text)).toMatchObject({ name: 'unknown', text })
  })

  it('suggests the commands nearest in spelling', () => {
    expect(parseCommand('mnie opg')).toMatchObject({ name: 'unknown', nearest: expect.arrayContaining(['mine']) })
  })
})

describe('a language by its name', () => {
  it.each([
    ['nynorsk', 'nn'],
    ['Nynosrk', 'nn'],
    ['bokmål', 'nb'],
    ['norsk', 'nb'],
    ['engelsk', 'en'],
    ['English', 'en'],
    ['nn', 'nn'],
    ['fransk', null],
    ['', null],
  ])('%j is %s', (asked, language) => {
    expect(languageNamed(asked)).toBe(language)
  })
})
