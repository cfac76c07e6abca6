namespace GenNet.Fuzz.Fits;

/// <summary>A fit and where it is interrupted.</summary>
/// <param name="Optimizer">The name of the optimizer.</param>
/// <param name="Schedule">The name of the schedule of the learning rate.</param>
/// <param name="Rows">The rows of the data.</param>
/// <param name="BatchSize">The rows of a batch.</param>
/// <param name="Epochs">The epochs of the whole fit.</param>
/// <param name="Interrupted">The epoch after which it is interrupted, below <see cref="Epochs"/>.</param>
/// <param name="Threads">The number of threads.</param>
/// <param name="Shuffle">Whether each epoch has an order of its own.</param>
/// <param name="L2">The penalty of the weights.</param>
/// <param name="ClipNorm">The limit of the gradient's norm; none where null.</param>
/// <param name="Seed">The seed of network, data and fit.</param>
internal sealed record FitCase(
    string Optimizer, string Schedule, int Rows, int BatchSize, int Epochs, int Interrupted, int Threads, bool Shuffle, double L2, double? ClipNorm, int Seed);
