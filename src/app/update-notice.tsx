import { Button, Group, Paper, Text } from '@mantine/core';
import { useUpdate } from './service-worker.js';

/** Says that a newer version is ready. It waits: nobody's work is reloaded under their hands. */
export function UpdateNotice() {
  const update = useUpdate();
  if (!update.ready) return null;
  return (
    <Paper withBorder p="xs" pos="fixed" bottom={16} right={16} role="status" style={{ zIndex: 300 }}>
      <Group gap="sm">
        <Text size="sm">A newer version is ready. Your inputs stay.</Text>
        <Button size="compact-sm" onClick={update.take}>
          Reload
        </Button>
      </Group>
    </Paper>
  );
}
