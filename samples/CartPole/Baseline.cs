using System;
using GenNet;

namespace CartPole;

/// <summary>
/// What a state is worth, learned from the returns, so that an action is judged by how much better than expected it went. A baseline that does not depend on the action
/// leaves the expectation of the policy gradient as it is and takes most of its variance away (Williams, "Simple statistical gradient-following algorithms for
/// connectionist reinforcement learning", 1992).
/// </summary>
/// <param name="seed">Of the network's weights.</param>
/// <param name="mostEpisodes">The episodes of a batch.</param>
internal sealed class Baseline(int seed, int mostEpisodes)
{
    /// <summary>What a step later counts less; with a reward of 1 - gamma for each step a state is worth at most 1.</summary>
    private const float Gamma = 0.99f, Reward = 1 - Gamma;

    private const float LearningRate = 0.01f;

    /// <summary>How often it learns from a batch: the returns do not change meanwhile, as the policy does.</summary>
    private const int Passes = 20;

    private readonly Trainer<ValueNet> _trainer = new(new ValueNet(seed), new Adam(LearningRate));
    private readonly float[] _values = new float[mostEpisodes * Cart.MostSteps];
    private readonly float[] _returns = new float[mostEpisodes * Cart.MostSteps];
    private readonly float[] _lastValues = new float[mostEpisodes];

    /// <summary>The advantages of the actions, A_t = R_t - V(s_t), by the values as they are; then the values are improved.</summary>
    /// <param name="episodes">The batch.</param>
    /// <param name="advantages">[steps], overwritten.</param>
    public void Judge(Episodes episodes, Span<float> advantages)
    {
        Span<float> values = _values.AsSpan(0, episodes.Steps), returns = _returns.AsSpan(0, episodes.Steps);
        _trainer.Network.Forward(episodes.States, values);
        Returns(episodes, returns);
        for (int t = 0; t < advantages.Length; t++)
            advantages[t] = returns[t] - values[t];
        for (int pass = 0; pass < Passes; pass++)
            _trainer.Step(episodes.States, returns);
    }

    /// <summary>R_t = (1 - gamma) + gamma R_(t+1), from the last step of each episode to its first.</summary>
    private void Returns(Episodes episodes, Span<float> returns)
    {
        // Where the time was over, the pole would have stood on: what follows is worth what its state is. Where the cart has failed, nothing follows.
        Span<float> lastValues = _lastValues.AsSpan(0, episodes.Played.Count);
        _trainer.Network.Forward(episodes.LastStates, lastValues);
        for (int i = 0; i < lastValues.Length; i++)
        {
            Episode episode = episodes.Played[i];
            float next = episode.Failed ? 0 : lastValues[i];
            for (int t = episode.Start + episode.Length - 1; t >= episode.Start; t--)
                returns[t] = next = Reward + Gamma * next;
        }
    }
}
