import hashlib

from mltag_desktop.core.workspace.records.audit_set import SHARE, in_audit


def test_the_audit_set_has_the_documented_share_and_whole_text_groups() -> None:
    digests = [hashlib.blake2b(str(number).encode(), digest_size=16).digest() for number in range(20_000)]
    drawn = in_audit(digests)
    assert abs(drawn.mean() - SHARE) < 0.01
    assert (in_audit(digests[::-1])[::-1] == drawn).all()
    assert len(in_audit([])) == 0
