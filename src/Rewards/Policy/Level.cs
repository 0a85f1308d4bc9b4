namespace HpcVerify.Rewards.Policy;

/// <summary>The rungs of the ladder of Eq. 3 in "Improving HPC Code Generation Capability of LLMs", worst first.</summary>
public enum Level
{
    /// <summary>No C function of the expected signature could be taken from the text.</summary>
    Format,

    /// <summary>The code leans on something it may not use.</summary>
    Library,

    /// <summary>The scoring compiler rejects it.</summary>
    Compile,

    /// <summary>It does not end within the time limit.</summary>
    Timeout,

    /// <summary>It crashes or ends the process.</summary>
    Runtime,

    /// <summary>It ends with a wrong answer.</summary>
    Verification,

    /// <summary>It is right wherever it was tried, and was timed.</summary>
    Ok,
}
