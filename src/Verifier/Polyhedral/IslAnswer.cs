namespace HpcVerify.Verifier.Polyhedral;

/// <summary>What isl says to a question; only <see cref="Yes"/> and <see cref="No"/> say anything about the sets.</summary>
public enum IslAnswer
{
    Yes,
    No,

    /// <summary>The budget ran out, here or when one of the operands was made, or isl refused the operation.</summary>
    Lost,
}

/// <summary>Why a context gives no more answers.</summary>
public enum IslFailureKind
{
    OutOfBudget,

    /// <summary>isl refused an operation or a text: a bug of ours, or of isl.</summary>
    Refused,
}

/// <summary>The first thing that went wrong in a context.</summary>
public sealed record IslFailure(IslFailureKind Kind, string Message);
