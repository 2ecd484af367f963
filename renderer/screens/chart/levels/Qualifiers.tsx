import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level, Qualifier } from '../../../../core/chart/document.ts';
import type { Wall } from '../../../api/useWall.ts';
import { ActionMenu, type MenuAction } from '../../../components/ActionMenu.tsx';
import { Button } from '../../../components/Button.tsx';
import { KeptText, Text } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { TiedGoals } from './TiedGoals.tsx';
import styles from './Levels.module.css';

/** Longer than this is two lines on most strips. */
const LONG = 70;

/** What is new at a level, or still here; each in the pupils' words. */
export function Qualifiers({ wall, level, next, kind }: { wall: Wall; level: Level; next: Level | null; kind: Qualifier['kind'] }): ReactNode {
  const { t } = useTranslation('levels');
  const [draft, setDraft] = useState('');
  const shown = level.qualifiers.filter((qualifier) => qualifier.kind === kind);
  const add = (): void => {
    const text = draft.trim();
    if (text === '') return;
    wall.change({ name: 'add-qualifier', level: level.id, qualifier: { id: crypto.randomUUID(), text, kind } });
    setDraft('');
  };
  const swap = (qualifier: Qualifier, step: -1 | 1): void => {
    const other = shown[shown.indexOf(qualifier) + step];
    if (other !== undefined) wall.change({ name: 'move-qualifier', qualifier: qualifier.id, level: level.id, index: level.qualifiers.indexOf(other) });
  };
  const actions = (qualifier: Qualifier): MenuAction[] => {
    const place = shown.indexOf(qualifier);
    const carried = next?.qualifiers.some(({ text }) => text === qualifier.text) === true;
    return [
      ...(place > 0 ? [{ id: 'up', label: t('up'), icon: 'up' as const, run: () => swap(qualifier, -1) }] : []),
      ...(place < shown.length - 1 ? [{ id: 'down', label: t('down'), icon: 'down' as const, run: () => swap(qualifier, 1) }] : []),
      {
        id: 'kind',
        label: kind === 'new' ? t('toKept') : t('toNew'),
        icon: 'turn',
        run: () => wall.change({ name: 'change-qualifier', qualifier: { ...qualifier, kind: kind === 'new' ? 'kept' : 'new' } }),
      },
      ...(next !== null && !carried
        ? [
            {
              id: 'carry',
              label: t('carry'),
              icon: 'right' as const,
              run: () => wall.change({ name: 'add-qualifier', level: next.id, qualifier: { ...qualifier, id: crypto.randomUUID(), kind: 'kept' } }),
            },
          ]
        : []),
      { id: 'remove', label: t('remove'), icon: 'bin', loss: true, run: () => wall.change({ name: 'remove-qualifier', qualifier: qualifier.id }) },
    ];
  };
  return (
    <section className={styles.qualifiers} data-kind={kind}>
      <h3>{t(kind)}</h3>
      <ul>
        {shown.map((qualifier) => (
          <li key={qualifier.id}>
            <div className={styles.qualifierText}>
              <KeptText
                label={t('qualifier')}
                labelHidden
                child
                lines={Math.max(1, Math.ceil(qualifier.text.length / 26))}
                value={qualifier.text}
                maxLength={400}
                onKeep={(text) =>
                  wall.change(
                    text.trim() === ''
                      ? { name: 'remove-qualifier', qualifier: qualifier.id }
                      : { name: 'change-qualifier', qualifier: { ...qualifier, text: text.trim() } },
                  )
                }
                {...(qualifier.text.length > LONG && { hint: t('long') })}
              />
              <TiedGoals qualifier={qualifier} onChange={(changed) => wall.change({ name: 'change-qualifier', qualifier: changed })} />
            </div>
            <ActionMenu label={t('actions', { text: qualifier.text })} actions={actions(qualifier)} />
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && add()}
      >
        <Text label={t(`add_${kind}`)} labelHidden child placeholder={t(`add_${kind}`)} value={draft} onChange={setDraft} maxLength={400} />
        <Button type="submit" icon small look="ghost" label={t('addIt')} isDisabled={draft.trim() === ''}>
          <Icon name="plus" />
        </Button>
      </form>
    </section>
  );
}
