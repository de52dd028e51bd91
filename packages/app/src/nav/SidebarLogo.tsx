import { Link, useSidebarOpenState } from '@backstage/core-components';
import { GomonMark } from './GomonMark';
import styles from './SidebarLogo.module.css';

/** The mark of gomon; with its name beside it while the sidebar is open. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link to="/" underline="none" aria-label="gomon, home">
      <span className={styles.logo}>
        <GomonMark />
        {isOpen && <span className={styles.name}>gomon</span>}
      </span>
    </Link>
  );
}
