import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useApp } from '../../../api/app.tsx';
import { i18next } from '../../../words/setup.ts';

export interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: 'starting' | 'live' | 'none' | 'denied';
  /** Names of all cameras, and the one that is on. */
  readonly names: readonly string[];
  readonly name: string | null;
  /** A camera by its name; it is remembered. */
  choose(name: string): void;
  again(): void;
  /** What the camera sees now, as a JPEG file; null where there is nothing to be seen yet. */
  shoot(number: number): Promise<File | null>;
}

const QUALITY = 0.93;
/** As fine as the camera can; a page read from it wants every pixel. */
const FINEST = { width: { ideal: 4096 }, height: { ideal: 3072 } };

/** A camera, on as long as this is mounted; by name, since browsers give it another number in every window. */
export function useCamera(): Camera {
  const { api, complain } = useApp();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<Camera['state']>('starting');
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  const [wanted, setWanted] = useState<string | null>(null);
  const [name, setName] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    const gone = new AbortController();
    let stream: MediaStream | null = null;
    const show = async (): Promise<void> => {
      const kept = wanted ?? (await api.call('sources.last', {})).camera;
      const opened = await openCamera(kept);
      if (gone.signal.aborted) return stopped(opened);
      stream = opened;
      setDevices(await cameras());
      setName(opened.getVideoTracks()[0]?.label ?? null);
      if (video.current !== null) video.current.srcObject = opened;
      setState('live');
    };
    setState('starting');
    show().catch((error: unknown) => {
      if (!gone.signal.aborted) setState(error instanceof DOMException && error.name === 'NotFoundError' ? 'none' : 'denied');
    });
    return () => {
      gone.abort();
      if (stream !== null) stopped(stream);
    };
  }, [api, wanted, turn]);

  return {
    video,
    state,
    names: devices.map(({ label }) => label).filter((label) => label !== ''),
    name,
    choose: useCallback(
      (camera: string) => {
        setWanted(camera);
        api.call('sources.keepCamera', { camera }).catch(complain);
      },
      [api, complain],
    ),
    again: useCallback(() => setTurn((now) => now + 1), []),
    shoot: useCallback(async (number: number) => (video.current === null ? null : pictureOf(video.current, number)), []),
  };
}

async function openCamera(name: string | null): Promise<MediaStream> {
  const first = await navigator.mediaDevices.getUserMedia({ video: FINEST, audio: false });
  // Names are told only to whoever has been let in.
  const device = name === null ? undefined : (await cameras()).find(({ label }) => label === name);
  if (device === undefined || first.getVideoTracks()[0]?.label === name) return first;
  stopped(first);
  return navigator.mediaDevices.getUserMedia({ video: { ...FINEST, deviceId: { exact: device.deviceId } }, audio: false });
}

const cameras = async (): Promise<MediaDeviceInfo[]> => (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');

const stopped = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

async function pictureOf(video: HTMLVideoElement, number: number): Promise<File | null> {
  if (video.videoWidth === 0) return null;
  const canvas = Object.assign(document.createElement('canvas'), { width: video.videoWidth, height: video.videoHeight });
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return blob === null ? null : new File([blob], i18next.t('collect:camera.file', { number }), { type: 'image/jpeg' });
}
