"""Scripts that rebuild `gapcheck/model/` from corpora. Nothing of the product imports them."""
