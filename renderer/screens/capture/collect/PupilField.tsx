import type { ReactNode } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import type { Pupil } from '../../../../core/class/pupil.ts';
import { Icon } from '../../../components/Icon.tsx';
import styles from './PaperLook.module.css';

const NOBODY = 'nobody';

/** "Kauri · Aroha": the code that the wall shows, and the name where there is one. For the teacher's own screen. */
export const pupilWords = ({ code, name }: Pupil): string => (name === null ? code : `${code} · ${name}`);

/** Whose paper it is: found by code or name. */
export function PupilField({
  paper,
  pupils,
  onGive,
}: {
  paper: PaperFacts;
  pupils: readonly Pupil[];
  onGive: (pupil: string | null, who: string) => void;
}): ReactNode {
  const { t } = useTranslation('collect');
  const choices = [
    ...pupils.map((pupil) => ({ id: pupil.id, words: pupilWords(pupil) })),
    ...(paper.pupil === null ? [] : [{ id: NOBODY, words: t('pupilClear') }]),
  ];
  return (
    <ComboBox
      key={`${paper.id} ${paper.pupil}`}
      className={`field ${styles.pupilField}`}
      defaultItems={choices}
      defaultSelectedKey={paper.pupil}
      menuTrigger="focus"
      onSelectionChange={(key) => {
        if (key === null || key === paper.pupil) return;
        const pupil = pupils.find(({ id }) => id === key);
        if (pupil !== undefined) onGive(pupil.id, pupilWords(pupil));
        else onGive(null, '');
      }}
    >
      <Label>{t('pupil')}</Label>
      <div className={styles.combo}>
        <Input className="input" autoComplete="off" placeholder={t('pupilNone')} />
        <Button className={styles.comboOpen!} aria-label={t('showPupils')}>
          <Icon name="down" size={18} />
        </Button>
      </div>
      <Popover className={`menu ${styles.comboList}`}>
        <ListBox<(typeof choices)[number]>>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.words}>
              {choice.words}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
