import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionMenu } from '../../../components/ActionMenu.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useKeys } from '../../../keys/useKeys.ts';
import { SourcePanel } from './SourcePanel.tsx';
import { useCamera } from './useCamera.ts';
import styles from './Sources.module.css';

interface Shot {
  readonly number: number;
  readonly file: File;
  readonly picture: string;
}

/** Papers under a camera, one after the other; nothing that was taken is lost when the panel closes. */
export function CameraPanel({ onBring, onClose }: { onBring: (files: readonly File[]) => Promise<void>; onClose: () => void }): ReactNode {
  const { t } = useTranslation('collect');
  const camera = useCamera();
  const { state, shoot } = camera;
  const [shots, setShots] = useState<readonly Shot[]>([]);
  const [flash, setFlash] = useState(0);
  const count = useRef(0);
  const left = useRef<readonly Shot[]>([]);

  const take = useCallback(() => {
    count.current += 1;
    const number = count.current;
    void shoot(number).then((file) => {
      if (file === null) return;
      setFlash(number);
      setShots((now) => [...now, { number, file, picture: URL.createObjectURL(file) }]);
    });
  }, [shoot]);

  useEffect(() => {
    left.current = shots;
  }, [shots]);
  const bring = useRef(onBring);
  useEffect(() => {
    bring.current = onBring;
  }, [onBring]);
  useEffect(
    () => () => {
      left.current.forEach(({ picture }) => URL.revokeObjectURL(picture));
      void bring.current(left.current.map(({ file }) => file));
    },
    [],
  );

  useKeys('panel', [{ keys: 'Space', words: t('camera.shoot'), run: state === 'live' ? take : null, once: true }]);

  const drop = (shot: Shot): void => {
    URL.revokeObjectURL(shot.picture);
    setShots((now) => now.filter((one) => one !== shot));
  };
  return (
    <SourcePanel title={t('camera.title')} onClose={onClose}>
      <div className={styles.camera}>
        <div className={styles.cameraLive} data-state={state}>
          <video ref={camera.video} autoPlay muted playsInline aria-label={t('camera.live')} />
          {flash > 0 && <i key={flash} className={styles.flash} aria-hidden="true" />}
          {state === 'starting' && <p>{t('camera.starting')}</p>}
          {(state === 'none' || state === 'denied') && (
            <div role="alert">
              <strong>{t(state === 'none' ? 'camera.none' : 'camera.denied')}</strong>
              <p>{t(state === 'none' ? 'camera.noneHint' : 'camera.deniedHint')}</p>
              <Button onPress={camera.again}>{t('camera.again')}</Button>
            </div>
          )}
        </div>
        <div className={styles.cameraSide}>
          <p>{t('camera.how')}</p>
          <p className={styles.cameraDo}>
            <Button look={shots.length === 0 ? 'go' : 'plain'} isDisabled={state !== 'live'} onPress={take} autoFocus>
              <Icon name="camera" size={18} /> {t('camera.shoot')}
            </Button>
            {camera.names.length > 1 && (
              <ActionMenu
                label={t('camera.choose')}
                actions={camera.names.map((name) => ({
                  id: name,
                  label: name,
                  ...(name === camera.name && { icon: 'check' as const }),
                  run: () => camera.choose(name),
                }))}
              >
                {t('camera.choose')} <Icon name="down" size={18} />
              </ActionMenu>
            )}
          </p>
          {shots.length > 0 && (
            <>
              <ul className={styles.shots} aria-label={t('camera.shots')}>
                {shots.map((shot) => (
                  <li key={shot.number}>
                    <img src={shot.picture} alt={t('camera.shot', { number: shot.number })} />
                    <Button small icon label={t('camera.drop', { number: shot.number })} onPress={() => drop(shot)}>
                      <Icon name="close" size={18} />
                    </Button>
                  </li>
                ))}
              </ul>
              <Button look="go" onPress={onClose}>
                {t('camera.bring', { count: shots.length })}
              </Button>
            </>
          )}
        </div>
      </div>
    </SourcePanel>
  );
}
