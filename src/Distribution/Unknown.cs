using HpcVerify.Rewards.Policy;

namespace HpcVerify.Distribution;

/// <summary>Evidence that says nothing of a submission, because something of ours failed.</summary>
internal static class Unknown
{
    public static Evidence Because(string reason) => new([], null, null, reason, []);
}
