namespace HpcVerify.Trainer.Search.Policies;

/// <summary>How a model behind an endpoint is asked.</summary>
/// <param name="Model">As the endpoint calls it.</param>
/// <param name="MostTokens">Of one answer.</param>
/// <param name="Temperature">1 samples from the model's own distribution.</param>
/// <param name="WantsLogProbabilities">Whether they are asked for; endpoints that refuse that are asked without.</param>
/// <param name="RequestBudget">Requests in all, over all resumptions; 0 for no limit.</param>
/// <param name="TokenBudget">Tokens of answers in all, likewise: nothing is asked once they are used up.</param>
public sealed record RemoteOptions(string Model, int MostTokens, double Temperature, double TopP, bool WantsLogProbabilities, long RequestBudget, long TokenBudget);
