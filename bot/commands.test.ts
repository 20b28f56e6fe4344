import { describe, expect, it } from 'vitest'
import { parseCommand } from './commands.ts'

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
    ['pause', 'pause'],
    ['pasue', 'pause'],
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
