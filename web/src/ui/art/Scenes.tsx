/** Small scenes for the moments without content, drawn with the palette of the classrooms. */

const frame = { width: 208, height: 132, viewBox: '0 0 208 132', fill: 'none' } as const;

/** Two empty chairs in a patch of window light: nobody is here yet. */
export function Chairs() {
  return (
    <svg {...frame} aria-hidden="true">
      <path d="M24 112h160" stroke="var(--birch-deep)" strokeWidth="3" strokeLinecap="round" />
      <path d="m70 112 40-84h52l-40 84Z" fill="var(--sun-wash)" />
      <path d="m91 112 40-84M80 91h52M99 51h52" stroke="var(--plaster)" strokeWidth="5" />
      <g stroke="var(--spruce)" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M48 44v38h28m-28 0-4 29m32-29 4 29" />
        <path d="M132 44v38h28m-28 0-4 29m32-29 4 29" stroke="var(--clay)" />
      </g>
      <rect x="44" y="40" width="12" height="24" rx="6" fill="var(--spruce)" />
      <rect x="128" y="40" width="12" height="24" rx="6" fill="var(--clay)" />
    </svg>
  );
}

/** A closed door with light behind its glass: somebody is inside, and will come. */
export function Door() {
  return (
    <svg {...frame} aria-hidden="true">
      <path d="M24 116h160" stroke="var(--birch-deep)" strokeWidth="3" strokeLinecap="round" />
      <path d="m66 116 18-104h40l18 104Z" fill="var(--sun-wash)" />
      <rect x="72" y="12" width="64" height="104" rx="6" fill="var(--spruce)" />
      <rect x="72" y="12" width="64" height="104" rx="6" stroke="var(--birch)" strokeWidth="6" />
      <rect x="84" y="26" width="40" height="40" rx="6" fill="var(--sun)" />
      <circle cx="96" cy="54" r="8" fill="var(--sun-deep)" />
      <circle cx="113" cy="56" r="7" fill="var(--sun-deep)" />
      <path d="M84 46h40M104 26v40" stroke="var(--spruce-deep)" strokeWidth="4" />
      <rect x="84" y="26" width="40" height="40" rx="6" stroke="var(--spruce-deep)" strokeWidth="4" />
      <path d="M122 82h-10" stroke="var(--sun)" strokeWidth="5" strokeLinecap="round" />
      <path d="M84 116h40" stroke="var(--sun)" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}

/** A seedling in a pot on a sill: something will grow here. */
export function Leaf() {
  return (
    <svg {...frame} aria-hidden="true">
      <rect x="54" y="10" width="100" height="84" rx="10" fill="var(--sky)" />
      <circle cx="128" cy="34" r="11" fill="var(--sun)" />
      <path
        d="M54 78c22-16 42-8 56-2s30 2 44-6v14a10 10 0 0 1-10 10H64a10 10 0 0 1-10-10Z"
        fill="var(--spruce-wash)"
      />
      <path d="M104 10v84M54 52h100" stroke="var(--paper)" strokeWidth="5" />
      <rect x="54" y="10" width="100" height="84" rx="10" stroke="var(--birch)" strokeWidth="6" />
      <path d="M36 112h136" stroke="var(--birch-deep)" strokeWidth="5" strokeLinecap="round" />
      <path d="M88 86h28l-4 24H92Z" fill="var(--clay)" />
      <path
        d="M102 86c0-14-2-20-14-28 13-1 16 8 16 14 0-10 6-19 18-19-2 12-9 16-16 20-2 5-2 8-2 13"
        fill="var(--spruce)"
      />
    </svg>
  );
}

/** A lamp whose plug lies beside the socket: the line is down. */
export function Unplugged() {
  return (
    <svg {...frame} aria-hidden="true">
      <path d="M24 112h160" stroke="var(--birch-deep)" strokeWidth="3" strokeLinecap="round" />
      <path d="M62 20h30l14 34H48Z" fill="var(--spruce)" />
      <path d="M77 54v54M60 110h34" stroke="var(--ink)" strokeWidth="5" strokeLinecap="round" />
      <path
        d="M94 110c20 0 12-22 28-22s6 20 20 20"
        stroke="var(--ink)"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path
        d="M142 100h12v16h-12zM154 104h8m-8 8h8"
        fill="var(--ink)"
        stroke="var(--ink)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <rect
        x="158"
        y="46"
        width="26"
        height="34"
        rx="7"
        fill="var(--paper)"
        stroke="var(--line-strong)"
        strokeWidth="3"
      />
      <path d="M167 57v6m8-6v6" stroke="var(--ink)" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
