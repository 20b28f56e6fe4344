import type { Who } from '../people.ts'
import { BRUKERFOKUSERT_BARNE_FAMILIEENHETEN } from './learning/brukerfokusert-barne-familieenheten.ts'
import { DIGITAL_KOMPETANSE } from './learning/digital-kompetanse.ts'
import { E_LAERING } from './learning/e-laering.ts'
import { INNOLAB } from './learning/innolab.ts'
import { INNOVASJONSKULTUR } from './learning/innovasjonskultur.ts'
import { LEDERUTVIKLING } from './learning/lederutvikling.ts'
import { PROSESSMODELLERING_SOEKNADER } from './learning/prosessmodellering-soeknader.ts'
import { PROSJEKTPORTALEN_I_BRUK } from './learning/prosjektportalen-i-bruk.ts'
import { BOLIGKONTORET } from './residents/boligkontoret.ts'
import { DIGITAL_INNBYGGERDIALOG } from './residents/digital-innbyggerdialog.ts'
import { DOEGNAAPENT_SERVICETORG } from './residents/doegnaapent-servicetorg.ts'
import { ELEKTRONISKE_TJENESTER } from './residents/elektroniske-tjenester.ts'
import { ENKLERE_SAMHANDLING } from './residents/enklere-samhandling.ts'
import { KOMINN } from './residents/kominn.ts'
import { SKILTING_HVERDAGSFORBEDRINGER } from './residents/skilting-hverdagsforbedringer.ts'
import { TIDLIG_INNSATS } from './residents/tidlig-innsats.ts'
import type { ProgrammeCode, ProjectSpec } from './spec.ts'
import { DIGITALT_TILSYN } from './technology/digitalt-tilsyn.ts'
import { ELEKTRONISK_ARKIV } from './technology/elektronisk-arkiv.ts'
import { FIKS_PLATTFORMEN } from './technology/fiks-plattformen.ts'
import { ROBOT_I_SAKSBEHANDLINGEN } from './technology/robot-i-saksbehandlingen.ts'
import { SKYLOESNING_KONTORSTOETTE } from './technology/skyloesning-kontorstoette.ts'
import { SMART_BY_SENSORER } from './technology/smart-by-sensorer.ts'
import { SOEKNADSSKJEMA_FAGSYSTEM } from './technology/soeknadsskjema-fagsystem.ts'
import { VIRKSOMHETSARKITEKTUR } from './technology/virksomhetsarkitektur.ts'

export interface ProgrammeSpec {
  title: string
  owner: Who
  /** The question that decides which programme a project belongs to. */
  belongsRule: string
  projects: ProjectSpec[]
}

/** The three programmes and their projects. Names follow the strategies of five municipalities; all else is invented. */
export const PROGRAMMES: Record<ProgrammeCode, ProgrammeSpec> = {
  'innbyggeren-som-ressurs': {
    title: 'Innbyggeren som ressurs',
    owner: 'siri',
    belongsRule: 'Prosjektet gjelder direkte dialog med innbyggere eller næringsliv.',
    projects: [
      ELEKTRONISKE_TJENESTER,
      DOEGNAAPENT_SERVICETORG,
      DIGITAL_INNBYGGERDIALOG,
      SKILTING_HVERDAGSFORBEDRINGER,
      KOMINN,
      BOLIGKONTORET,
      ENKLERE_SAMHANDLING,
      TIDLIG_INNSATS,
    ],
  },
  'laerende-organisasjon': {
    title: 'Lærende organisasjon',
    owner: 'lise',
    belongsRule: 'Prosjektet utvikler organisasjonen eller de ansatte.',
    projects: [
      DIGITAL_KOMPETANSE,
      E_LAERING,
      LEDERUTVIKLING,
      INNOVASJONSKULTUR,
      PROSJEKTPORTALEN_I_BRUK,
      BRUKERFOKUSERT_BARNE_FAMILIEENHETEN,
      PROSESSMODELLERING_SOEKNADER,
      INNOLAB,
    ],
  },
  'mennesker-og-teknologi': {
    title: 'Mennesker og teknologi',
    owner: 'erik',
    belongsRule: 'Prosjektet er knyttet til kommunens virksomhets- og løsningsarkitektur.',
    projects: [
      FIKS_PLATTFORMEN,
      VIRKSOMHETSARKITEKTUR,
      SKYLOESNING_KONTORSTOETTE,
      ELEKTRONISK_ARKIV,
      DIGITALT_TILSYN,
      ROBOT_I_SAKSBEHANDLINGEN,
      SMART_BY_SENSORER,
      SOEKNADSSKJEMA_FAGSYSTEM,
    ],
  },
}
