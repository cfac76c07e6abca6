namespace GenNet;

/// <summary>Which product of momenta corrects the mean in <see cref="NAdam{T}"/>. The forms differ by some percent of the first steps and not later.</summary>
public enum NAdamForm
{
    /// <summary>1 - M_t mu_t mu_(t+1), as PyTorch computes it up to version 1.13, with mu_t twice.</summary>
    PyTorch1,

    /// <summary>1 - M_t mu_(t+1), as the paper has it, and PyTorch from version 2.0 on (github.com/pytorch/pytorch/pull/92699); the default.</summary>
    PyTorch2,
}
