/** Something could not be timed though every call was answered as it should: no ping came back. */
export class NotMeasured extends Error {
  override readonly name = 'NotMeasured';
}
