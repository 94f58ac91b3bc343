import { useEffect, useState } from 'react';

/** The image at an address once it has come; null until then, and where there is none. The one after it is fetched too. */
export function usePicture(url: string | null, next: string | null): HTMLImageElement | null {
  const [loaded, setLoaded] = useState<{ url: string; image: HTMLImageElement } | null>(null);
  useEffect(() => {
    if (url === null) return;
    const image = fetched(url);
    const show = () => setLoaded({ url, image });
    if (image.complete && image.naturalWidth > 0) show();
    else image.addEventListener('load', show);
    return () => image.removeEventListener('load', show);
  }, [url]);
  useEffect(() => {
    if (next !== null) fetched(next);
  }, [next]);
  return loaded?.url === url ? loaded.image : null;
}

function fetched(url: string): HTMLImageElement {
  const image = new Image();
  image.src = url;
  return image;
}
