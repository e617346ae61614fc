/** Brackets as editors draw them for in and out points; the icon family has none. */
function PointIcon({
  path,
  size = 24,
  stroke = 1.5,
}: {
  path: string;
  size?: number | string;
  stroke?: number | string;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={path} />
    </svg>
  );
}

type IconProps = { size?: number | string; stroke?: number | string };

export const InPointIcon = (props: IconProps) => <PointIcon path="M15 4h-6v16h6" {...props} />;
export const OutPointIcon = (props: IconProps) => <PointIcon path="M9 4h6v16h-6" {...props} />;
