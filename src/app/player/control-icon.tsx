const shapes = {
  play: 'M7 4v16l13-8z',
  pause: 'M6 4h4v16H6zM14 4h4v16h-4z',
  sound: 'M3 9v6h4l6 5V4L7 9zM16 8.5a5 5 0 0 1 0 7M18.5 6a8.5 8.5 0 0 1 0 12',
  muted: 'M3 9v6h4l6 5V4L7 9zM16.5 9.5l5 5M21.5 9.5l-5 5',
  larger: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  smaller: 'M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5',
  voice: 'M4 5h16v11h-8l-5 4v-4H4zM8 9h8M8 12h5',
  settings: 'M3 7h9M18 7h3M3 17h3M12 17h9M15 4v6M9 14v6',
} as const;

const filled = ['play', 'pause'];

export function ControlIcon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg
      className={filled.includes(name) ? 'control-icon filled' : 'control-icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
