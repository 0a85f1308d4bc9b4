namespace HpcVerify.Trainer.Model.Training;

/// <summary>
/// A learning rate that rises in a straight line to its peak and falls along half a cosine (Loshchilov and Hutter, "SGDR", 2017, Eq. 5).
/// </summary>
/// <param name="Peak">The largest, reached at the end of the warm-up.</param>
/// <param name="Floor">What it falls to, and stays at after <paramref name="Steps"/>.</param>
/// <param name="WarmUp">Steps until the peak.</param>
/// <param name="Steps">Steps in all.</param>
public sealed record LearningRate(double Peak, double Floor, int WarmUp, int Steps)
{
    /// <summary>The same at every step.</summary>
    public static LearningRate Constant(double rate) => new(rate, rate, 0, 0);

    /// <summary>What step number <paramref name="step"/> is taken with; the first is 0.</summary>
    public double At(long step) =>
        step < WarmUp ? Peak * (step + 1) / WarmUp
        : step >= Steps ? Floor
        : Floor + ((Peak - Floor) * (1 + Math.Cos(Math.PI * (step - WarmUp) / (Steps - WarmUp))) / 2);
}
