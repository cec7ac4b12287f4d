declare module 'video.js/dist/alt/video.core.js' {
  import videojs from 'video.js';
  export default videojs;
}

interface Window {
  /** Keeps video.js from writing `<style>` elements, which a strict CSP refuses. */
  VIDEOJS_NO_DYNAMIC_STYLE?: boolean;
}
