"""Guards: labelled sentences, and how well the guards remark on those they were not tuned on."""
