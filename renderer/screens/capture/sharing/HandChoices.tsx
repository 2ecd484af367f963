import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { Choice } from '../../../components/Fields.tsx';
import { useSharing } from './useSharing.ts';

/** Whose hand these papers show, and what the families said; one answer for all of them. */
export function HandChoices({ papers }: { papers: readonly PaperFacts[] }): ReactNode {
  const { t } = useTranslation('sharing');
  const { of, note } = useSharing();
  const known = papers.map(of);
  const origin = common(known.map((hands) => hands.origin));
  const consent = common(known.map((hands) => hands.consent));
  return (
    <>
      <Choice
        label={t('origin')}
        value={origin}
        options={(['this-class', 'elsewhere', 'not-asked'] as const).map((value) => ({ value, label: t(`origins.${value}`) }))}
        onChange={(chosen) => chosen !== 'mixed' && note(papers, { origin: chosen })}
      />
      {origin !== 'elsewhere' && (
        <Choice
          label={t('consent')}
          value={consent}
          options={(['yes', 'no', 'not-asked'] as const).map((value) => ({ value, label: t(`consents.${value}`) }))}
          onChange={(chosen) => chosen !== 'mixed' && note(papers, { consent: chosen })}
        />
      )}
    </>
  );
}

const common = <T extends string>(values: readonly T[]): T | 'mixed' => (values[0] !== undefined && new Set(values).size === 1 ? values[0] : 'mixed');
