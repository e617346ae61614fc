import { useMemo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignNode, LayerType } from '#shared/design/schema.ts';

/** What a layer is called: its own name, else its first words, else its kind. */
export function useLayerWord(): (node: DesignNode) => string {
  const { t } = useWords();
  return useMemo(() => {
    const kinds: Record<LayerType, string> = {
      text: t('design.kind-text'),
      image: t('design.kind-image'),
      rectangle: t('design.kind-rectangle'),
      ellipse: t('design.kind-ellipse'),
      line: t('design.kind-line'),
      polygon: t('design-arrange.kind-polygon'),
      path: t('design-arrange.kind-path'),
      qr: t('design-arrange.kind-qr'),
      group: t('design.kind-group'),
    };
    return (node) => {
      if (node.name !== '') return node.name;
      const words = node.type === 'text' ? node.text.trim().replaceAll(/\s+/g, ' ').slice(0, 40) : '';
      return words === '' ? kinds[node.type] : words;
    };
  }, [t]);
}
