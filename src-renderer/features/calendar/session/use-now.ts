import { useEffect, useState } from 'react';

const minute = 60_000;

/** The present minute as an ISO instant; moves on with the clock. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      timer = setTimeout(
        () => {
          setNow(new Date().toISOString());
          tick();
        },
        minute - (Date.now() % minute) + 20,
      );
    };
    tick();
    return () => clearTimeout(timer);
  }, []);
  return now;
}
