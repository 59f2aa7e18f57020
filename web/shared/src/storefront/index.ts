export { BannerView, type BlockWords, NoticeView } from './blocks';
