import styles from './proof-sheet.module.css';

/** A proof sheet in pure lines and two inks: crop marks, register, a set page. Decoration of the first page only. */
export function ProofSheet() {
  return (
    <div className={styles.table} aria-hidden>
      <svg className={styles.sheet} viewBox="0 0 440 560" fill="none">
        <rect className={styles.paper} x="40" y="40" width="360" height="480" />
        <g className={styles.marks}>
          <path d="M8 40h24M40 8v24M408 40h24M400 8v24M8 520h24M40 528v24M408 520h24M400 528v24" />
          <circle cx="220" cy="20" r="7" />
          <path d="M208 20h24M220 8v24" />
          <circle cx="220" cy="540" r="7" />
          <path d="M208 540h24M220 528v24" />
        </g>
        <g className={styles.picture}>
          <rect x="72" y="72" width="296" height="228" />
          <clipPath id="proof-picture">
            <rect x="72" y="72" width="296" height="228" />
          </clipPath>
          <g clipPath="url(#proof-picture)">
            <circle className={styles.sun} cx="276" cy="150" r="46" />
            <path className={styles.far} d="M72 252c54-52 96-58 148-18s96 26 148-22v98H72z" />
            <path className={styles.near} d="M72 288c70-40 128-30 176-8s84 10 120-14v44H72z" />
          </g>
        </g>
        <g className={styles.type}>
          <rect x="72" y="328" width="196" height="20" />
          <rect className={styles.accent} x="276" y="328" width="20" height="20" />
          <rect className={styles.small} x="72" y="372" width="296" height="6" />
          <rect className={styles.small} x="72" y="390" width="280" height="6" />
          <rect className={styles.small} x="72" y="408" width="290" height="6" />
          <rect className={styles.small} x="72" y="426" width="168" height="6" />
        </g>
        <path className={styles.correction} d="M300 424c22-10 40-10 58 4m-8-12 9 13-15 3" />
        <g className={styles.bars}>
          <rect x="72" y="470" width="26" height="18" />
          <rect x="102" y="470" width="26" height="18" opacity=".72" />
          <rect x="132" y="470" width="26" height="18" opacity=".46" />
          <rect x="162" y="470" width="26" height="18" opacity=".22" />
          <rect className={styles.accent} x="192" y="470" width="26" height="18" />
        </g>
      </svg>
    </div>
  );
}
