import CIntrinsics

/// Gives what the allocator holds and nobody uses back to the system; for the end of a stage whose columns and tables are
/// gone.
public func returnFreeMemory() { padan_return_memory() }
