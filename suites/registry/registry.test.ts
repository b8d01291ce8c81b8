import { judgeChapter } from '../../helpers/run/chapter';

judgeChapter(__dirname);
