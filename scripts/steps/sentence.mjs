/**
 * Does the work of a start and turns the two things that befall a disk into one sentence each.
 *
 * @param {string} root
 * @param {() => Promise<boolean>} work
 * @returns {Promise<boolean>}
 */
export async function orSentence(root, work) {
  try {
    return await work();
  } catch (error) {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
      console.error(`The disk that holds ${root} is full: free some space and start again.`);
    } else if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') {
      console.error(`Plumbline cannot write to ${error.path ?? root}: run it as the account that owns that folder.`);
    } else {
      throw error;
    }
    return false;
  }
}
