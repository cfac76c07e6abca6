namespace GenNet;

/// <summary>
/// What <see cref="Momentum{T}"/> and <see cref="Nesterov{T}"/> accumulate. With a constant learning rate both forms take the same
/// path (v = -learning rate * m); they differ once it changes, as under a schedule.
/// </summary>
public enum MomentumForm
{
    /// <summary>PyTorch's: gradients, m = mu m + dw and w -= learning rate * m. A new learning rate acts on the whole sum at once.</summary>
    Gradients,

    /// <summary>The form of the lectures and of Sutskever et al., 2013: steps, v = mu v - learning rate * dw and w += v. What
    /// was accumulated keeps the learning rate it came with.</summary>
    Velocity,
}
