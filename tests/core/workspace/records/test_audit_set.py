import hashlib

from mltag_desktop.core.workspace.records.audit_set import SHARE, in_audit


def test_about_the_promised_share_is_drawn_and_equal_texts_share_their_fate() -> None:
    digests = [hashlib.blake2b(str(number).encode(), digest_size=16).digest() for number in range(20_000)]
    drawn = in_audit(digests)
    assert abs(drawn.mean() - SHARE) < 0.01
    assert (in_audit(digests[::-1])[::-1] == drawn).all()
    assert len(in_audit([])) == 0
