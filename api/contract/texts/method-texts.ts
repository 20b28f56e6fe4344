import type { LackCode } from '#domain/gate-rules.ts'
import type { StopReason } from '#domain/stop-candidate.ts'
import type { Catalogue, Entry } from './catalogue.ts'

/** The documents and other lines a person ticks at a decision point. Source: domain.md §2, Digdir's word list for nynorsk. */
export const documentTexts = {
  conceptMandate: { nb: 'Mandat for konseptfasen', nn: 'Mandat for konseptfasen', en: 'Mandate for the concept phase' },
  projectOrLine: {
    nb: 'Avklart om det er et prosjekt eller løses i linjen',
    nn: 'Avklart om det er eit prosjekt eller blir løyst i linja',
    en: 'Clarified whether it is a project or the line’s own work',
  },
  justification: { nb: 'Prosjektbegrunnelse', nn: 'Prosjektgrunngjeving', en: 'Project justification' },
  justificationUpdated: { nb: 'Oppdatert prosjektbegrunnelse', nn: 'Oppdatert prosjektgrunngjeving', en: 'Updated project justification' },
  proposal: { nb: 'Prosjektforslag', nn: 'Prosjektforslag', en: 'Project proposal' },
  stakeholders: { nb: 'Interessentanalyse', nn: 'Interessentanalyse', en: 'Stakeholder analysis' },
  userNeeds: {
    nb: 'Brukerbehov og hvordan de er undersøkt',
    nn: 'Brukarbehov og korleis dei er undersøkte',
    en: 'User needs and how they were examined',
  },
  architecture: { nb: 'Arkitekturen er godkjent', nn: 'Arkitekturen er godkjend', en: 'The architecture is approved' },
  steeringDocument: { nb: 'Styringsdokument', nn: 'Styringsdokument', en: 'Project initiation document' },
  projectCanvas: {
    nb: 'Forenklet styringsdokument eller prosjektkanvas',
    nn: 'Forenkla styringsdokument eller prosjektkanvas',
    en: 'Light initiation document or project canvas',
  },
  benefitPlan: {
    nb: '{words, select, nytte {Plan for nyttestyring} other {Gevinstrealiseringsplan}}',
    nn: '{words, select, nytte {Plan for nyttestyring} other {Gevinstrealiseringsplan}}',
    en: 'Benefits management plan',
  },
  benefitPlanLight: {
    nb: '{words, select, nytte {Forenklet plan for nyttestyring} other {Forenklet gevinstrealiseringsplan}}',
    nn: '{words, select, nytte {Forenkla plan for nyttestyring} other {Forenkla gevinstrealiseringsplan}}',
    en: 'Light benefits management plan',
  },
  benefitPlanUpdated: {
    nb: '{words, select, nytte {Oppdatert plan for nyttestyring} other {Oppdatert gevinstrealiseringsplan}}',
    nn: '{words, select, nytte {Oppdatert plan for nyttestyring} other {Oppdatert gevinstrealiseringsplan}}',
    en: 'Updated benefits management plan',
  },
  benefitCalculations: {
    nb: '{words, select, nytte {Nytteberegninger} other {Gevinstberegninger}}',
    nn: '{words, select, nytte {Nytteutrekningar} other {Gevinstutrekningar}}',
    en: 'Benefit calculations',
  },
  phasePlans: { nb: 'Faseplaner', nn: 'Faseplanar', en: 'Phase plans' },
  acceptanceCriteria: {
    nb: 'Akseptansekriterier for de sju styringsparameterne',
    nn: 'Akseptansekriterium for dei sju styringsparametrane',
    en: 'Acceptance criteria for the seven control parameters',
  },
  riskAnalysis: {
    nb: 'Risikoanalyse (ROS eller ITPOSMO)',
    nn: 'Risikoanalyse (ROS eller ITPOSMO)',
    en: 'Risk analysis (ROS or ITPOSMO)',
  },
  frameResolution: {
    nb: 'Vedtak, hvis budsjettrammen øker',
    nn: 'Vedtak, om budsjettramma aukar',
    en: 'Resolution, if the budget frame grows',
  },
  closingPlan: { nb: 'Faseplan for avslutning', nn: 'Faseplan for avslutning', en: 'Phase plan for closing' },
  benefitsStillRealistic: {
    nb: '{words, select, nytte {Nyttevirkningene} other {Gevinstene}} er fortsatt realistiske',
    nn: '{words, select, nytte {Nytteverknadene} other {Gevinstane}} er framleis realistiske',
    en: 'The benefits are still realistic',
  },
  followUpAgreed: {
    nb: 'Avtalt hvem som følger opp etterpå, og hvem de rapporterer til',
    nn: 'Avtalt kven som følgjer opp etterpå, og kven dei rapporterer til',
    en: 'Agreed who follows up afterwards, and whom they report to',
  },
  finalReport: { nb: 'Sluttrapport', nn: 'Sluttrapport', en: 'Final report' },
  lessons: { nb: 'Erfaringslogg', nn: 'Erfaringslogg', en: 'Lessons log' },
  documentsArchived: { nb: 'Dokumentene er arkivert', nn: 'Dokumenta er arkiverte', en: 'The documents are archived' },
  measurementsReviewed: { nb: 'Målingene er gjennomgått', nn: 'Målingane er gjennomgådde', en: 'The measurements have been reviewed' },
  conceptEvaluation: { nb: 'Konseptevalueringsrapport', nn: 'Rapport om konseptevaluering', en: 'Concept evaluation report' },
  hypothesis: { nb: 'Hypotese for piloten', nn: 'Hypotese for piloten', en: 'Hypothesis of the pilot' },
  findings: { nb: 'Funn fra piloten', nn: 'Funn frå piloten', en: 'Findings of the pilot' },
  wayOn: { nb: 'Forslag til veien videre', nn: 'Framlegg til vegen vidare', en: 'Proposed way forward' },
} satisfies Catalogue

/** What a decision point lacks, as a sentence; `{subject}` is what it is about, in quotes, or nothing. */
export const lackTexts = {
  benefitMissing: {
    nb: 'Beskriv minst én {words, select, nytte {nyttevirkning} other {gevinst}}.',
    nn: 'Beskriv minst éin {words, select, nytte {nytteverknad} other {gevinst}}.',
    en: 'Describe at least one benefit.',
  },
  ownerMissing: { nb: 'Sett inn en eier{subject}.', nn: 'Set inn ein eigar{subject}.', en: 'Name an owner{subject}.' },
  indicatorMissing: {
    nb: 'Legg til en måleindikator{subject}.',
    nn: 'Legg til ein måleindikator{subject}.',
    en: 'Add an indicator{subject}.',
  },
  baselineMissing: { nb: 'Mål nullpunktet{subject}.', nn: 'Mål nullpunktet{subject}.', en: 'Measure the baseline{subject}.' },
  targetMissing: { nb: 'Sett et mål{subject}.', nn: 'Set eit mål{subject}.', en: 'Set a target{subject}.' },
  targetOnMissing: { nb: 'Sett en måldato{subject}.', nn: 'Set ein måldato{subject}.', en: 'Set a target date{subject}.' },
  frequencyMissing: { nb: 'Velg målefrekvens{subject}.', nn: 'Vel målefrekvens{subject}.', en: 'Choose a frequency{subject}.' },
  firstDateMissing: {
    nb: 'Sett første måledato{subject}.',
    nn: 'Set første måledato{subject}.',
    en: 'Set the first measurement date{subject}.',
  },
  planNotApproved: { nb: 'Godkjenn planen{subject}.', nn: 'Godkjenn planen{subject}.', en: 'Approve the plan{subject}.' },
  costBenefitUnitMissing: {
    nb: 'Beskriv hva det gir og koster for enheten.',
    nn: 'Beskriv kva det gir og kostar for eininga.',
    en: 'Describe what it gives and costs the unit.',
  },
  costBenefitMunicipalityMissing: {
    nb: 'Beskriv hva det gir og koster for kommunen som helhet.',
    nn: 'Beskriv kva det gir og kostar for kommunen som heilskap.',
    en: 'Describe what it gives and costs the municipality as a whole.',
  },
  costMissing: { nb: 'Legg inn budsjettet.', nn: 'Legg inn budsjettet.', en: 'Enter the budget.' },
  managerMissing: { nb: 'Sett inn en prosjektleder.', nn: 'Set inn ein prosjektleiar.', en: 'Name a project manager.' },
  lineLeadMissing: { nb: 'Sett inn en linjeansvarlig.', nn: 'Set inn ein linjeansvarleg.', en: 'Name a line lead.' },
  baselinePlanMissing: {
    nb: 'Mål nullpunktet{subject}, eller planlegg når løsningen tas i bruk.',
    nn: 'Mål nullpunktet{subject}, eller planlegg når løysinga blir teken i bruk.',
    en: 'Measure the baseline{subject}, or plan when to go live.',
  },
  reportMissing: { nb: 'Publiser en statusrapport.', nn: 'Publiser ein statusrapport.', en: 'Publish a status report.' },
  measurementMissing: { nb: 'Registrer en måling{subject}.', nn: 'Registrer ei måling{subject}.', en: 'Record a measurement{subject}.' },
  documentMissing: { nb: 'Få på plass: {document}.', nn: 'Få på plass: {document}.', en: 'Still to do: {document}.' },
  benefitUnsettled: {
    nb: 'Avgjør om {words, select, nytte {nyttevirkningen} other {gevinsten}} er realisert{subject}.',
    nn: 'Avgjer om {words, select, nytte {nytteverknaden} other {gevinsten}} er realisert{subject}.',
    en: 'Settle whether the benefit has been realised{subject}.',
  },
} satisfies Record<LackCode, Entry>

/** Why a project stands on the list of candidates for stopping: neutral, and about the project. */
export const stopTexts = {
  redTwice: {
    nb: 'Avvik i overordnet status to rapporter på rad',
    nn: 'Avvik i overordna status to rapportar på rad',
    en: 'Off track overall in two reports in a row',
  },
  forecastBelowHalf: {
    nb: 'Prognosen når under halvveis til målet',
    nn: 'Prognosen når under halvvegs til målet',
    en: 'The forecast reaches less than half of the way',
  },
  noReportTwice: {
    nb: 'Ingen statusrapport de to siste gangene',
    nn: 'Ingen statusrapport dei to siste gongene',
    en: 'No status report the last two times',
  },
  noOwner: { nb: 'Ingen prosjekteier', nn: 'Ingen prosjekteigar', en: 'No project owner' },
} satisfies Record<StopReason, Entry>
