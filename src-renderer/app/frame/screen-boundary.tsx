import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/words.tsx';

function Broken({ error, retry }: { error: Error; retry(): void }) {
  const { t } = useWords();
  return (
    <EmptyState icon={IconAlertTriangle} title={t('app.broken-title')} body={t('app.broken-body')}>
      <Button onClick={retry}>{t('ui.retry')}</Button>
      <Button variant="default" onClick={() => void navigator.clipboard.writeText(String(error.stack))}>
        {t('app.copy-report')}
      </Button>
    </EmptyState>
  );
}

interface State {
  error: Error | null;
  /** The address the fault belongs to. */
  place: string;
}

/** Keeps a fault of one screen inside that screen; leaving the screen clears it. */
export class ScreenBoundary extends Component<{ place: string; children: ReactNode }, State> {
  override state: State = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  static getDerivedStateFromProps(props: { place: string }, state: State): State | null {
    return props.place === state.place ? null : { error: null, place: props.place };
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return <Broken error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}
