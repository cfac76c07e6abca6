namespace GenNet;

/// <summary>What a fit warns of.</summary>
public enum FitWarningKind
{
    /// <summary>The checkpoint that is resumed comes from a machine with vectors of another width: the fit goes on, but may differ from an uninterrupted one in
    /// the last places.</summary>
    OtherVectors,

    /// <summary>All numbers are finite, but the loss is far above that of the beginning and of a network whose parameters are zero: the steps are too long.</summary>
    Exploded,

    /// <summary>The validation loss is not finite although validation data and parameters are: for early stopping and schedules it is no improvement.</summary>
    ValidationLossNotFinite,
}

/// <summary>Something that a user should know of a fit that goes on nevertheless. Each kind comes at most once in a fit.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Epoch">The epoch after which it was found; 0 before the first.</param>
/// <param name="Message">What was found, and what can be done.</param>
public sealed record FitWarning(FitWarningKind Kind, int Epoch, string Message);
