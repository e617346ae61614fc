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

/** Keeps a fault of one screen inside that screen; leaving the screen clears it. */
export class ScreenBoundary extends Component<
  { place: string; children: ReactNode },
  { error: Error | null }
> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidUpdate(before: { place: string }): void {
    if (before.place !== this.props.place && this.state.error) this.setState({ error: null });
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return <Broken error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}
