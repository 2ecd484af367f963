import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { mediaPicture } from '../../../api/pictures.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { newPaper } from './newElements.ts';
import type { Designer } from './useDesigner.ts';
import styles from './DesignPanels.module.css';

/** Any paper of the task that is ready can go on the strip. */
export function PaperPicker({ designer }: { designer: Designer }): ReactNode {
  const { t } = useTranslation('design');
  const { t: common } = useTranslation();
  const ready = designer.wall.shownPapers.filter(({ text, pages }) => text !== null || pages.length > 0);
  return (
    <DialogTrigger>
      <Button look="ghost">
        <Icon name="paper" /> {t('addPaper')}
      </Button>
      <Popover placement="right top" className={`menu ${styles.paperPicker}`}>
        <Dialog>
          {({ close }) => (
            <>
              <Heading slot="title" level={2} className="label">
                {t('addPaperTitle')}
              </Heading>
              {ready.length === 0 && <p className="quiet">{t('noPapers')}</p>}
              <ul>
                {ready.map((paper) => (
                  <li key={paper.paper}>
                    <Button
                      look="ghost"
                      label={common('paper', { code: paper.code })}
                      onPress={() => {
                        designer.add(newPaper(designer, paper));
                        close();
                      }}
                    >
                      {paper.text === null ? (
                        <img src={mediaPicture(paper.pages[0]?.media ?? '', 256)} alt="" loading="lazy" />
                      ) : (
                        <span className={`${styles.typedPaper} child`}>{paper.text.slice(0, 60)}</span>
                      )}
                      <span>{paper.code}</span>
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
