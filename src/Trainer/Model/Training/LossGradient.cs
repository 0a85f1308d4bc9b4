namespace HpcVerify.Trainer.Model.Training;

/// <summary>
/// A loss of one example, as a function of the log-probabilities of its response. Several threads call it at once, for different examples, so
/// that it may keep nothing but what belongs to that example.
/// </summary>
/// <param name="example">Which of the examples, counted from 0.</param>
/// <param name="logProbabilities">Of each token of the response: natural logarithms, at the temperature asked for.</param>
/// <param name="gradient">Receives ∂loss/∂logp of each token; all zeros to begin with.</param>
/// <returns>The example's share of the loss.</returns>
public delegate double LossGradient(int example, ReadOnlySpan<float> logProbabilities, Span<float> gradient);
