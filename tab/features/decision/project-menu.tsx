import { Menu, MenuItem, MenuItemLink, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { tabDecision } from '#contract/texts/tab-decision.ts'
import { tabShare } from '#contract/texts/tab-share.ts'
import type { ProjectView } from '#contract/views.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay } from '../../app/session.ts'
import { MoreIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import { useShare } from '../share/use-share.tsx'
import { type LifeAct, LifeDialog } from './life-dialog.tsx'

/** What the state of a project lets whoever decides do with it. */
function actsOf({ state, phases, can }: ProjectView): LifeAct[] {
  if (can.decide !== true) return []
  if (state === 'onHold') return ['resume']
  if (state === 'stopped') return ['reopen']
  if (state !== 'active') return []
  return phases[0]?.state === 'now' ? ['hold'] : ['hold', 'goBack']
}

/** The project's rarer acts: a link to it, its decision point, on hold, resumed, back to an earlier phase, taken up again. */
export function ProjectMenu({ project, onChanged }: { project: ProjectView; onChanged: () => void }) {
  const say = useSay(tabDecision)
  const sayShare = useSay(tabShare)
  const [act, setAct] = useState<LifeAct | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const point = project.phases.find(({ state }) => state === 'now')?.decision.point.toUpperCase() ?? ''
  const { share, dialog } = useShare(() => button.current?.focus())
  const running = project.state === 'active' || project.state === 'onHold'
  return (
    <>
      <Menu mountNode={button.current?.closest<HTMLElement>('main')} positioning={{ position: 'below', align: 'end' }}>
        <MenuTrigger disableButtonEnhancement>
          <button ref={button} type="button" className={partsCss.button} aria-label={say('life.menu')} title={say('life.menu')}>
            <MoreIcon />
          </button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => share(hrefOf({ name: 'project', key: project.key }), project.title)}>{sayShare('share')}</MenuItem>
            {running && (
              <MenuItemLink href={hrefOf({ name: 'decision', key: project.key })}>
                {project.gate?.dueOn == null && project.can.prepareDecision ? say('plan.ask') : say('life.decision', { point })}
              </MenuItemLink>
            )}
            {actsOf(project).map((one) => (
              <MenuItem key={one} onClick={() => setAct(one)}>
                {say(`life.${one}`)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {dialog}
      {act !== null && (
        <LifeDialog
          act={act}
          projectKey={project.key}
          onClose={() => {
            setAct(null)
            button.current?.focus()
          }}
          onDone={onChanged}
        />
      )}
    </>
  )
}
